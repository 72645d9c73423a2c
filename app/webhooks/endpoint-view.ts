/** An endpoint as pages show it, in the reader's words. */
export type EndpointView = {
  id: string;
  name: string;
  url: string;
  events: string[];
  created: string;
  state: "on" | "failing_still" | "by_hand" | "failing" | "gone";
  /** Since when it has been failing or off. */
  since: string | null;
};
