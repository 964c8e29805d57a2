//! Templates and assets of a theme, read from the source like all other input.
