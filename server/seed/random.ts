import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Draws that repeat exactly for the same seed. */
export type Random = ReturnType<typeof createRandom>;

/** One stream of draws from a 32-bit seed (xoroshiro128+). */
export function createRandom(seed: number) {
  const generator = xoroshiro128plus(seed);

  /** A whole number from `from` to `to`, both included. */
  const int = (from: number, to: number) => uniformInt(generator, from, to);

  /** A number from 0 up to, but not including, 1. */
  const unit = () => (generator.next() >>> 0) / 2 ** 32;

  const chance = (share: number) => unit() < share;

  /** Any of the items, all equally likely. */
  const pick = <Item>(items: readonly Item[]) => itemAt(items, int(0, items.length - 1));

  /** Any of the items, the early ones more likely, as with towns and family names. */
  const pickEarly = <Item>(items: readonly Item[]) => itemAt(items, Math.floor(unit() ** 1.7 * items.length));

  /** One of the items by their shares, which add up to 1. */
  const pickByShare = <Item extends { share: number }>(items: readonly Item[]) => {
    let rest = unit();
    return items.find((item) => (rest -= item.share) < 0) ?? itemAt(items, items.length - 1);
  };

  /** Log-normal with the given median; a spread of 1 puts two thirds between median ÷ e and median × e. */
  const logNormal = (median: number, spread: number) => {
    const normal = Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
    return median * Math.exp(spread * normal);
  };

  /** The pattern with a digit for each `#`, and for each `@` a letter that may end a British postcode. */
  const fill = (pattern: string) => {
    let filled = "";
    for (const character of pattern) {
      if (character === "#") filled += int(0, 9);
      else if (character === "@") filled += pick(postcodeLetters);
      else filled += character;
    }
    return filled;
  };

  return { int, chance, pick, pickEarly, pickByShare, logNormal, fill };
}

/** C, I, K, M, O and V never stand in the inward code (BS 7666). */
const postcodeLetters = [..."ABDEFGHJLNPQRSTUWXYZ"];

function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError("There is nothing to pick from");
  return item;
}
