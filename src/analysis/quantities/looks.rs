//! How often something is looked at, counted in tests alone: a clock would say what else the machine does.

/// Says that a character or a word of a table was looked at.
#[inline(always)]
pub(super) fn look() {
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + 1);
}

#[cfg(test)]
thread_local! {
    static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
mod tests {
    use super::super::quantities;
    use super::LOOKS;

    /// Eight times the text is looked at some eight times as often, a little more since the ends
    /// count less; by a square it would be 64 times. The pieces are
    /// those that go on and on without being a quantity, or that are looked at from more than one place.
    #[test]
    fn work_grows_with_the_length_of_the_text() {
        let mut wrong = String::new();
        for piece in [
            "More than 1,400 people left, and between 200 and 300 stayed. ",
            "5 ",
            "5-",
            "1–2–",
            "0 ",
            "1.",
            "1-2.3-4.5-",
            "0-1.",
            "one ",
            "and ",
            "a ",
            "200 people to ",
            "7 and ",
            "5 million ",
            "$",
            "+62 ",
            "万",
            "not less than ",
            "twenty-",
            "1'",
            "(",
            "two hundred and ",
            "x1",
            "-",
        ] {
            for language in ["en", "id", ""] {
                let looks = |times: usize| {
                    LOOKS.set(0);
                    quantities(&piece.repeat(times), language);
                    LOOKS.get()
                };
                let (short, long) = (looks(50), looks(400));
                assert!(short >= 50, "{piece:?} is looked at");
                if long > short * 12 {
                    wrong.push_str(&format!("{piece:?} in {language:?}: {short}, {long}\n"));
                }
            }
        }
        assert!(wrong.is_empty(), "looked at far more often:\n{wrong}");
    }
}
