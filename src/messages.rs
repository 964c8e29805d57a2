//! Catalogues of text for people.
