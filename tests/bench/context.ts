import type { Sql } from "postgres";
import type { BenchProduct } from "./product.ts";

/** What every measurement gets. */
export interface Bench {
  product: BenchProduct;
  /** The owner's connection to the product's database. */
  sql: Sql;
  /** How long each load lasts. */
  seconds: number;
  /** How many searches of each kind. */
  searches: number;
  /** How many lines the imported file has. */
  lines: number;
}

/** Figures by name; a unit that is not "a second" ends the name. Missing is what could not be measured here. */
export type Metrics = Record<string, number>;

/** How many requests are under way at once. */
export const concurrencies = [1, 8, 32] as const;

/** Three figures keep what a figure is worth. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
