/** Who acted, as the recipient of a mail or letter sees it; an import counts as the company's people. */
export function actorSeen(actor: "you" | "customer" | "staff" | "link" | "import"): "you" | "colleague" | "link" | "staff" {
  if (actor === "you" || actor === "link") return actor;
  return actor === "customer" ? "colleague" : "staff";
}
