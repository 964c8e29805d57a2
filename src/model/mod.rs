//! The hall: the nouns of a programme office, with references that hold.
