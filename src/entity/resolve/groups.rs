//! Groups: which forms name the same, and whom a form stands for that fits several.

use std::cmp::Reverse;
use std::collections::HashMap;

/// Forms joined to groups (union–find), with the forms left to be decided mention by mention.
#[derive(Debug)]
pub struct Groups {
    parent: Vec<usize>,
    /// Forms that fit several groups, with forms of these groups.
    open: HashMap<usize, Vec<usize>>,
    /// Groups that are called by a short name of their own.
    short: Vec<bool>,
    /// The form that first took a name of the newsroom's list.
    named: HashMap<usize, usize>,
    /// When each group was first and last spoken of, counted in mentions from 1; 0 is never.
    first: Vec<usize>,
    last: Vec<usize>,
    now: usize,
}

impl Groups {
    /// Every form a group of its own.
    pub fn new(forms: usize) -> Groups {
        Groups {
            parent: (0..forms).collect(),
            open: HashMap::new(),
            short: vec![false; forms],
            named: HashMap::new(),
            first: vec![0; forms],
            last: vec![0; forms],
            now: 0,
        }
    }

    /// The group of a form, by its least form.
    pub fn of(&mut self, form: usize) -> usize {
        let mut at = form;
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// The two name the same.
    pub fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// The form is a wording of that name of the newsroom's list.
    pub fn name(&mut self, form: usize, row: usize) {
        match self.named.get(&row) {
            Some(&other) => self.unite(form, other),
            None => _ = self.named.insert(row, form),
        }
    }

    /// The form is short for one of the groups of these forms: united if they are one group, else left open.
    pub fn abbreviate(&mut self, form: usize, longer: &[usize]) {
        let mut groups: Vec<usize> = longer.iter().map(|&f| self.of(f)).collect();
        groups.sort_unstable();
        groups.dedup();
        match groups[..] {
            _ if groups.contains(&self.of(form)) => {}
            [] => {}
            [group] => {
                self.unite(form, group);
                let group = self.of(group);
                self.short[group] = true;
            }
            _ => _ = self.open.insert(form, groups),
        }
    }

    /// Ends the uniting; tells the forms of all mentions in text order, so that it is known when each group comes first.
    pub fn settle(&mut self, form_of: &[usize]) {
        for form in 0..self.parent.len() {
            let group = self.of(form);
            self.parent[form] = group;
            self.short[group] |= self.short[form];
        }
        for (at, &form) in form_of.iter().enumerate() {
            let group = self.of(form);
            if self.first[group] == 0 && !self.open.contains_key(&form) {
                self.first[group] = at + 1;
            }
        }
    }

    /// The group of the next mention in text order, once [settled](Groups::settle); `counts` unless it is no part of the article proper.
    ///
    /// An open form goes to a group that has no short name of its own before one that has, then to the one last spoken
    /// of, and where none was yet, to the one that comes first.
    pub fn of_mention(&mut self, form: usize, counts: bool) -> usize {
        self.now += 1;
        let itself = [form];
        let fitting = self.open.get(&form).map_or(&itself[..], Vec::as_slice);
        let group = (fitting.iter().map(|&f| self.parent[f]))
            .min_by_key(|&g| (self.short[g], Reverse(self.last[g]), self.first[g]))
            .unwrap_or(form);
        if counts {
            self.last[group] = self.now;
        }
        group
    }
}
