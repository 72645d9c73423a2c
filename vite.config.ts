import { paraglideVitePlugin } from "@inlang/paraglide-js";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { paraglideOptions } from "./app/i18n/paraglide.config.ts";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), paraglideVitePlugin(paraglideOptions), remix(remixConfig as Parameters<typeof remix>[0])],
  resolve: {
    alias: {
      "~": new URL("./app", import.meta.url).pathname,
      "~emails": new URL("./emails", import.meta.url).pathname,
      "~letters": new URL("./letters", import.meta.url).pathname,
    },
  },
  // All entries at once: a dependency discovered late reloads the page in the middle of a click.
  optimizeDeps: { entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"] },
  // Bundled, so that only the parts in use are loaded: unbundled they cost web and worker 350 MB (measured).
  ssr: { noExternal: ["@react-email/components", /^@react-email\/(?!render)/, "date-fns"] },
  build: { target: "es2022" },
});
