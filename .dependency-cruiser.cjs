/**
 * The walls of the house. A room is a folder of app/ named after a noun of the product; what is listed in `ground`
 * is what every room may stand on.
 */
const ground = ["ui", "i18n", "db", "csv", "access", "mail", "routes"];
const anyGround = `^app/(${ground.join("|")})/`;
const room = `^app/(?!(?:${ground.join("|")})/)([^/]+)/`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or lack a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "What nobody imports is dead.",
      severity: "error",
      from: { orphan: true, pathNot: ["\\.test\\.tsx?$", "\\.d\\.ts$", "^app/(entry\\.(client|server)|root|routes)\\.tsx?$", "^app/routes/", "\\.config\\.ts$", "^server/[^/]+\\.ts$"] },
      to: {},
    },
    {
      name: "rooms-keep-to-themselves",
      comment: "Of another room only its schema may be used, and the plain words beside it that pages show. Contact details are what all others speak of, and promises stand in notes too: their pure parts and components may be used, never their queries.",
      severity: "error",
      from: { path: room, pathNot: "\\.test\\.tsx?$" },
      to: { path: room, pathNot: ["^app/$1/", "\\.schema\\.ts$", "^app/(staff/(department|role)|concerns/concern(-words)?|caller-checks/check-kinds)\\.ts$", "^app/(contact-details|commitments)/(?!.*\\.server\\.)"] },
    },
    {
      name: "rooms-reach-the-database-in-server-files",
      comment: "Queries lie in .server.ts files, which never reach the browser.",
      severity: "error",
      from: { path: room, pathNot: ["\\.server\\.tsx?$", "\\.test\\.tsx?$"] },
      to: { path: "^app/db/" },
    },
    {
      name: "rooms-know-no-request",
      comment: "Routes ask who is there (access) and hand the rooms a client.",
      severity: "error",
      from: { path: room },
      to: { path: "^app/(access|mail|routes)/" },
    },
    {
      name: "routes-hold-no-queries",
      comment: "A route gets its client from the guard and its data from a room.",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/db/", pathNot: "^app/db/refusal\\.ts$" },
    },
    {
      name: "nothing-imports-routes",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/(routes/|root\\.tsx)" },
      to: { path: "^app/routes/" },
    },
    {
      name: "the-ground-knows-no-room",
      comment: "ui, i18n, db, csv and paths serve all rooms and know none.",
      severity: "error",
      from: { path: "^app/(ui|i18n|db|csv)/|^app/paths\\.ts$", pathNot: "^app/ui/examples/|\\.test\\.tsx?$" },
      to: { path: [room, "^app/(access|mail|routes)/"] },
    },
    {
      name: "paths-imports-nothing",
      severity: "error",
      from: { path: "^app/paths\\.ts$" },
      to: {},
    },
    {
      name: "emails-are-templates",
      comment: "A template knows its parts, the catalogues, and schemas with the pure functions beside them.",
      severity: "error",
      from: { path: "^emails/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^app/(access|db|mail|routes|ui)/|\\.server\\.tsx?$" },
    },
    {
      name: "letters-are-templates",
      comment: "The same, for what goes by post; they share the mails' parts that hold no markup.",
      severity: "error",
      from: { path: "^letters/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^app/(access|db|letters|mail|routes|ui)/|\\.server\\.tsx?$|^emails/(?!parts/[^/]+\\.ts$)" },
    },
    {
      name: "the-server-runs-without-the-bundle",
      comment: "Node runs server/ as it is; of the site it takes types, and the few files that import nothing by an alias.",
      severity: "error",
      from: { path: "^server/", pathNot: ["\\.test\\.tsx?$", "^server/web/build\\.ts$"] },
      to: { path: "^(app|emails|letters)/", pathNot: ["^app/(derive-key|make-token|error-trace|signals)\\.server\\.ts$", "^app/contact-details/", "^app/imports/import-fields\\.ts$"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-site-knows-no-server",
      severity: "error",
      from: { path: "^(app|emails|letters)/" },
      to: { path: "^server/" },
    },
    {
      name: "the-browser-gets-no-server-file",
      severity: "error",
      from: { path: `${anyGround}|${room}`, pathNot: ["\\.server\\.tsx?$", "^app/routes/", "\\.test\\.tsx?$"] },
      to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-browser-gets-no-schema",
      comment: "Whatever checks data weighs as much as a third of a page's script. What pages need to show stands in a file beside the schema.",
      severity: "error",
      from: { path: `${anyGround}|${room}`, pathNot: ["\\.(server|schema)\\.tsx?$", "^app/(mail|routes)/", "\\.test\\.tsx?$"] },
      to: { path: ["\\.schema\\.ts$", "^node_modules/zod/"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^app/i18n/generated/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] },
  },
};
