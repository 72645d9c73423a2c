import { describe, expect, it } from "vitest";
import { channels, detailKinds } from "./contact-detail";
import { channelLabel, channelPhrase, kindLabel } from "./labels";

describe("labels", () => {
  it("differ for every kind and channel, and stand in the language asked for", () => {
    expect(new Set(detailKinds.map((kind) => kindLabel(kind))).size).toBe(detailKinds.length);
    expect(new Set(channels.map((channel) => channelLabel(channel))).size).toBe(channels.length);
    expect(new Set(channels.map((channel) => channelPhrase(channel))).size).toBe(channels.length);
    expect([kindLabel("billing_address", "hu"), channelLabel("in_person", "de"), channelPhrase("invoice", "de")]).toEqual([
      "Számlázási cím",
      "Persönlich",
      "auf einer Rechnung",
    ]);
  });
});
