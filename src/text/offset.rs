//! One type per unit. There is no `From` between them: only [`Text`](super::Text) converts.

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position as an index or a length.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

unit! {
    /// A position in UTF-8 bytes from the start of a text. Used everywhere inside.
    Byte
}
unit! {
    /// A position in Unicode code points from the start of a text. Used in files and the journal.
    CodePoint
}
unit! {
    /// A position in UTF-16 code units. Used only where the DOM is touched.
    Utf16
}
