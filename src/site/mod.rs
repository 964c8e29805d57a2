//! A report becomes pages: a route each and a plain view.
