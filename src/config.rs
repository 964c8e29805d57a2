//! site.yaml, cut into one part for each pass that reads it.
