//! Learner: weights of a linear-chain CRF by FTRL-proximal, with partial labels and feature dropout.
//!
//! Follow-the-regularized-leader, proximal form, per coordinate (McMahan et al., "Ad click prediction: a view from the
//! trenches", KDD 2013). The loss is the marginal likelihood of the labels an item may have (Tsuboi et al., COLING 2008).

use std::ops::Range;
use vakta::crf::WIDTH;

type Floats = [f32; WIDTH];

/// Sequences to learn from, in flat arrays.
#[derive(Default)]
pub struct Sequences {
    /// Features of all items, one after another.
    pub features: Vec<u32>,
    /// Where each item's features end.
    pub ends: Vec<usize>,
    /// Labels an item may have, one bit each.
    pub allowed: Vec<u16>,
    /// Scores an item has already, if any.
    pub base: Vec<Floats>,
    /// Where each sequence's items end.
    pub sequence_ends: Vec<usize>,
}

/// Settings of the learner.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Passes over the data.
    pub epochs: usize,
    /// Learning rate.
    pub alpha: f32,
    /// Weight that a feature's gradients must gather before it counts.
    pub l1: f32,
    /// Pull towards zero.
    pub l2: f32,
    /// Part of the features left out at random.
    pub dropout: f32,
}

/// What was learned.
pub struct Learned {
    /// Weights of the transitions from each label and, last, from the start.
    pub transitions: Vec<Floats>,
    /// A row of weights a feature.
    pub weights: Vec<Floats>,
}

#[derive(Clone, Copy)]
struct Slot {
    weight: Floats,
    z: Floats,
    n: Floats,
}

const EMPTY: Slot = Slot { weight: [0.0; WIDTH], z: [0.0; WIDTH], n: [0.0; WIDTH] };

impl Slot {
    fn update(&mut self, gradient: &Floats, settings: &Settings, l1: f32) {
        let alpha = 1.0 / settings.alpha;
        for (y, &g) in gradient.iter().enumerate() {
            let n = self.n[y] + g * g;
            let sigma = (n.sqrt() - self.n[y].sqrt()) * alpha;
            let z = self.z[y] + g - sigma * self.weight[y];
            self.n[y] = n;
            self.z[y] = z;
            let shrunk = (z.abs() - l1).max(0.0).copysign(z);
            self.weight[y] = -shrunk / ((1.0 + n.sqrt()) * alpha + settings.l2);
        }
    }
}

/// Random numbers (SplitMix64), the same on every run.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = (self.next() % (last as u64 + 1)) as usize;
            items.swap(last, other);
        }
    }
}

/// May label `to` follow `from`? A further word (even labels) follows only a word of its own kind.
pub fn follows(from: usize, to: usize) -> bool {
    to == 0 || to % 2 == 1 || from == to || (from % 2 == 1 && from + 1 == to)
}

/// Learns from the given sequences.
pub fn learn(data: &Sequences, which: &[usize], labels: usize, features: usize, settings: &Settings) -> Learned {
    let mut learner = Learner {
        data,
        labels,
        settings,
        slots: vec![EMPTY; features],
        transitions: vec![EMPTY; WIDTH + 1],
        random: Random(7),
        kept: Vec::new(),
        kept_ends: Vec::new(),
        scores: Vec::new(),
        all: Chain::default(),
        gold: Chain::default(),
    };
    let mut order = which.to_vec();
    for _ in 0..settings.epochs {
        learner.random.shuffle(&mut order);
        for &sequence in &order {
            learner.step(sequence);
        }
    }
    let weights = |slots: Vec<Slot>| slots.into_iter().map(|slot| slot.weight).collect();
    Learned { transitions: weights(learner.transitions), weights: weights(learner.slots) }
}

/// What is learned so far, and the buffers of one step.
struct Learner<'a> {
    data: &'a Sequences,
    labels: usize,
    settings: &'a Settings,
    slots: Vec<Slot>,
    transitions: Vec<Slot>,
    random: Random,
    kept: Vec<u32>,
    kept_ends: Vec<usize>,
    scores: Vec<Floats>,
    all: Chain,
    gold: Chain,
}

impl Learner<'_> {
    /// Learns from one sequence.
    fn step(&mut self, sequence: usize) {
        let Learner { data, labels, settings, .. } = *self;
        let first = sequence.checked_sub(1).map_or(0, |s| data.sequence_ends[s]);
        let items = first..data.sequence_ends[sequence];
        self.score(items.clone());
        let mut step = [[0.0; WIDTH]; WIDTH + 1];
        for (from, row) in step.iter_mut().enumerate().filter(|&(from, _)| from < labels || from == WIDTH) {
            for (to, slot) in row.iter_mut().enumerate().take(labels).filter(|&(to, _)| follows(from, to)) {
                *slot = self.transitions[from].weight[to].exp();
            }
        }
        self.all.run(&self.scores, None, &step, labels);
        self.gold.run(&self.scores, Some(&data.allowed[items]), &step, labels);
        let mut at = 0;
        for (i, &end) in self.kept_ends.iter().enumerate() {
            let gradient = minus(&self.all.marginals[i], &self.gold.marginals[i]);
            if gradient.iter().any(|g| g.abs() > 1e-4) {
                for &feature in &self.kept[at..end] {
                    self.slots[feature as usize].update(&gradient, settings, settings.l1);
                }
            }
            at = end;
        }
        for (from, slot) in self.transitions.iter_mut().enumerate() {
            slot.update(&minus(&self.all.steps[from], &self.gold.steps[from]), settings, 0.0);
        }
    }

    /// Scores items by the features that are kept this time.
    fn score(&mut self, items: Range<usize>) {
        let Learner { data, settings, .. } = *self;
        self.kept.clear();
        self.kept_ends.clear();
        self.scores.clear();
        let threshold = (f64::from(settings.dropout) * 65536.0) as u64;
        for item in items {
            let start = item.checked_sub(1).map_or(0, |i| data.ends[i]);
            let mut score = data.base.get(item).copied().unwrap_or([0.0; WIDTH]);
            let mut bits = 0;
            for (nth, &feature) in data.features[start..data.ends[item]].iter().enumerate() {
                if nth % 4 == 0 {
                    bits = self.random.next();
                }
                let keep = bits & 0xffff >= threshold;
                bits >>= 16;
                if keep {
                    self.kept.push(feature);
                    for (s, w) in score.iter_mut().zip(&self.slots[feature as usize].weight) {
                        *s += w;
                    }
                }
            }
            self.kept_ends.push(self.kept.len());
            self.scores.push(score);
        }
    }
}

fn minus(row: &Floats, other: &Floats) -> Floats {
    std::array::from_fn(|y| row[y] - other[y])
}

/// Forward–backward over one sequence.
struct Chain {
    own: Vec<Floats>,
    forward: Vec<Floats>,
    marginals: Vec<Floats>,
    /// Expected number of steps between labels; last, from the start.
    steps: [Floats; WIDTH + 1],
}

impl Default for Chain {
    fn default() -> Chain {
        Chain { own: Vec::new(), forward: Vec::new(), marginals: Vec::new(), steps: [[0.0; WIDTH]; WIDTH + 1] }
    }
}

impl Chain {
    fn run(&mut self, scores: &[Floats], allowed: Option<&[u16]>, step: &[Floats; WIDTH + 1], labels: usize) {
        self.own.clear();
        self.forward.clear();
        self.steps = [[0.0; WIDTH]; WIDTH + 1];
        for (i, score) in scores.iter().enumerate() {
            let may = allowed.map_or(u16::MAX, |a| a[i]);
            let top = score[..labels].iter().copied().fold(f32::MIN, f32::max);
            let mut own = [0.0; WIDTH];
            for y in 0..labels {
                own[y] = if may >> y & 1 == 1 { (score[y] - top).exp().max(1e-30) } else { 0.0 };
            }
            let mut row = [0.0; WIDTH];
            match i.checked_sub(1).map(|b| self.forward[b]) {
                None => row = step[WIDTH],
                Some(before) => {
                    for (from, &p) in before.iter().enumerate().take(labels) {
                        for (slot, s) in row.iter_mut().zip(&step[from]) {
                            *slot += p * s;
                        }
                    }
                }
            }
            for (slot, o) in row.iter_mut().zip(&own) {
                *slot *= o;
            }
            level(&mut row);
            self.own.push(own);
            self.forward.push(row);
        }
        let n = scores.len();
        self.marginals.clear();
        self.marginals.resize(n, [0.0; WIDTH]);
        let mut back = [1.0; WIDTH];
        for i in (0..n).rev() {
            let mut marginal = self.forward[i];
            for (m, b) in marginal.iter_mut().zip(&back) {
                *m *= b;
            }
            level(&mut marginal);
            self.marginals[i] = marginal;
            let mut entering = self.own[i];
            for (e, b) in entering.iter_mut().zip(&back) {
                *e *= b;
            }
            if i == 0 {
                self.steps[WIDTH] = marginal;
                break;
            }
            let before = &self.forward[i - 1];
            let mut total = 0.0;
            let mut pairs = [[0.0; WIDTH]; WIDTH];
            for from in 0..labels {
                let mut sum = 0.0;
                for to in 0..WIDTH {
                    let p = step[from][to] * entering[to];
                    sum += p;
                    pairs[from][to] = before[from] * p;
                }
                back[from] = sum;
                total += before[from] * sum;
            }
            if total > 0.0 {
                for (row, pair) in self.steps.iter_mut().zip(&pairs) {
                    for (s, p) in row.iter_mut().zip(pair) {
                        *s += p / total;
                    }
                }
            }
            level(&mut back);
        }
    }
}

/// Makes a row sum to one.
fn level(row: &mut Floats) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 {
        for slot in row {
            *slot /= sum;
        }
    }
}
