//! The browser extension: background, popup and options.
