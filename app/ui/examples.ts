import { cards } from "./examples/cards";
import { controls } from "./examples/controls";
import type { Examples } from "./examples/example";
import { fields } from "./examples/fields";
import { pages } from "./examples/pages";

/** The primitives that are parts of a page, and those that are whole pages. */
export const parts: Examples[] = [...controls, ...fields, ...cards];
export { pages };
