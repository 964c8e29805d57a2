//! The words of closed lists, written once: records, rules, data and class names all use them.

/// A closed list whose values have a word each.
pub(crate) trait Worded: Copy + 'static {
    const VALUES: &'static [Self];
    const WORDS: &'static [&'static str];
}

/// Gives an enum `ALL`, in its own order, and `word`.
macro_rules! worded {
    ($type:ident { $($name:ident $word:literal),+ $(,)? }) => {
        impl $type {
            pub(crate) const ALL: [$type; [$($word),+].len()] = [$($type::$name),+];

            pub(crate) const fn word(self) -> &'static str {
                match self { $($type::$name => $word),+ }
            }
        }

        impl $crate::model::Worded for $type {
            const VALUES: &'static [$type] = &$type::ALL;
            const WORDS: &'static [&'static str] = &[$($type::$name.word()),+];
        }
    };
}

pub(crate) use worded;
