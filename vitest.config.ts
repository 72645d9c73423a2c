import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Apart from vite.config.ts, because Vitest hangs at its end when the Remix plugin is active. */
export default defineConfig({
  resolve: {
    alias: {
      "~emails": fileURLToPath(new URL("./emails", import.meta.url)),
      "~": fileURLToPath(new URL("./app", import.meta.url)),
    },
  },
});
