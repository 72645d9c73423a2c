import { describe, expect, test } from "vitest";
import type { Site } from "./concern.schema";
import { findSites } from "./find-sites";

const site = (label: string | null, place: string): Site => ({ id: crypto.randomUUID(), label, place });
const warehouse = site("Lager Leipzig", "Torgauer Straße 231, 04347 Leipzig");
const shop = site("Laden Leipzig", "Markt 1, 04109 Leipzig");
const gyor = site("Győr", "Kossuth u. 5., 9021 Győr");
const nameless = site(null, "Hafenstraße 3, 20457 Hamburg");
const all = [warehouse, shop, gyor, nameless];

describe("a site is found", () => {
  test.each([
    ["by its label", "lager leipzig", [warehouse]],
    ["by a part of it", "lager", [warehouse]],
    ["by words in any order", "leipzig markt", [shop]],
    ["by a postcode", "20457", [nameless]],
    ["without accents, and with ss for ß", "hafenstrasse", [nameless]],
    ["by a label that is also a town", "gyor", [gyor]],
    ["with others where the words fit several", "leipzig", [warehouse, shop]],
    ["by the line that a list shows", "Lager Leipzig (Torgauer Straße 231, 04347 Leipzig)", [warehouse]],
  ])("%s", (_, typed, found) => { expect(findSites(all, typed)).toEqual(found); });

  test("not where a word stands nowhere", () => { expect(findSites(all, "leipzig xyz")).toEqual([]); });
});
