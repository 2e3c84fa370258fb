// The crates that become wasm of the extension.

/** The background, the popup and options page, what reads files, and what reads pictures: each wakes without the others. */
export const CRATES = ["beforehand-extension", "beforehand-view", "beforehand-reader", "beforehand-pictures"];
