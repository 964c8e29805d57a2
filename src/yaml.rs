//! YAML in two readings: straight into structs, and with places.
