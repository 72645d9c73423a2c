/** Whether a PIN can be shown, and the one that is. */
export type PinView = { state: "offered" | "off" } | { state: "resting" | "limited"; from: string } | { state: "shown"; pin: string; until: string };
