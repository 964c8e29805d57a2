//! Pages and a theme become bytes, one file per kind of output.
