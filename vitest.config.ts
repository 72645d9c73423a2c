import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/**
 * Apart from vite.config.ts, because Vitest hangs at its end when the Remix plugin is active.
 * unit: pure parts, beside their code. pgtap: the stories of supabase/tests. db: a whole product, asked from outside.
 */
export default defineConfig({
  resolve: {
    alias: {
      "~letters": fileURLToPath(new URL("./letters", import.meta.url)),
      "~emails": fileURLToPath(new URL("./emails", import.meta.url)),
      "~": fileURLToPath(new URL("./app", import.meta.url)),
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["{app,emails,letters,server}/**/*.test.{ts,tsx}"], testTimeout: 30_000 } },
      { extends: true, test: { name: "pgtap", include: ["supabase/tests/*.test.ts"], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          globalSetup: "tests/support/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
