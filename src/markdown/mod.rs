//! Markdown to safe HTML, with Chinese line breaks and emphasis right.
