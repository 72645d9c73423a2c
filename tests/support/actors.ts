/**
 * The people of the tests, by the names they go by, with the addresses they sign in with. All but the stranger are
 * in the demo data.
 */
export const actors = {
  /** A person who acts for herself. */
  anna: "anna.weber@example.com",
  /** Another person, who reads Hungarian. */
  eszter: "eszter.nagy@example.com",
  /** Owner of Nordlicht, a company with eight sites. */
  katharina: "einkauf@nordlicht.example.com",
  /** A member at Nordlicht. */
  bjoern: "lager@nordlicht.example.com",
  jana: "agent@kartei.example.com",
  tobias: "agent2@kartei.example.com",
  gergo: "agent3@kartei.example.com",
  clara: "outreach@kartei.example.com",
  miriam: "supervisor@kartei.example.com",
  oliver: "admin@kartei.example.com",
  /** Proved an address to Auth that no login and no staff has. */
  stranger: "stranger@example.org",
} as const;

export type ActorName = keyof typeof actors;
