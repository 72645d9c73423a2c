import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** Carries the response's CSP nonce from the server entry to whatever renders a `<style>` or `<script>`. */
export const NonceProvider = NonceContext.Provider;

/** The nonce of this response; undefined in the browser, where the attribute is not readable anyway. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
