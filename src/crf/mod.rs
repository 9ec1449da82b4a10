//! Linear-chain tagger with integer weights; knows neither Hindi nor entities.
