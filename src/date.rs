//! Dates: ISO days, months, quarters and weeks.
