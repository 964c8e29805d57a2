//! SHA-256 digests and what is made of them.
