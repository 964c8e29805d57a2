//! The showing wing: a project and an as-of date become a report; every number on the site is made here.
