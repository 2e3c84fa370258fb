// Runs in a covered page after our script in it, when that has to know at once how things stand: in class mode, and for the popup.
globalThis.beforehandAwake = true;
globalThis.beforehandWake?.();
