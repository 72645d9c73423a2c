const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const factor = 13_516_402_951n;
const available = 21_870_000_000n;

/**
 * The reference of the update with this number of the sequence `private.reference_numbers`, as
 * `private.next_reference` spells it (supabase/migrations, foundation).
 */
export function referenceOf(number: number): string {
  let rest = Number((BigInt(number) * factor + 7919n) % available);
  let total = 0;
  let letters = "";
  for (let place = 1; place <= 7; place++) {
    const digit = rest % 30;
    rest = Math.floor(rest / 30);
    total += digit * place;
    letters += alphabet.charAt(digit);
  }
  return `${letters.slice(0, 4)}-${letters.slice(4)}${alphabet.charAt(total % 30)}`;
}
