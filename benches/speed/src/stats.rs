//! Medians and 95th percentiles.

/// Figures of one kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures(Vec<f64>);

impl Figures {
    /// Adds one.
    pub(crate) fn add(&mut self, figure: f64) {
        let at = self.0.partition_point(|other| *other < figure);
        self.0.insert(at, figure);
    }

    /// The median; 0 of nothing.
    pub(crate) fn median(&self) -> f64 {
        match self.0.len() {
            0 => 0.0,
            n if n % 2 == 1 => self.0[n / 2],
            n => (self.0[n / 2 - 1] + self.0[n / 2]) / 2.0,
        }
    }

    /// The 95th percentile (nearest rank).
    pub(crate) fn p95(&self) -> f64 {
        let rank = (self.0.len() * 95).div_ceil(100);
        rank.checked_sub(1).map_or(0.0, |at| self.0[at])
    }

    /// The largest.
    pub(crate) fn most(&self) -> f64 {
        self.0.last().copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Figures;

    #[test]
    fn of_twenty() {
        let mut figures = Figures::default();
        (1..=20).rev().for_each(|n| figures.add(f64::from(n)));
        assert_eq!((figures.median(), figures.p95(), figures.most()), (10.5, 19.0, 20.0));
        assert_eq!((Figures::default().median(), Figures::default().p95()), (0.0, 0.0));
    }
}
