import { describe, expect, test } from "vitest";
import { mailSettings, mailWorks } from "./mail-settings";

const smtp = { SMTP_URL: "smtps://user:word@mail.example:465", MAIL_FROM: "CiteStreak <hi@site.example>" };

describe("where mail goes", () => {
  test("a production server without SMTP has no way to send, and keeps none", () => {
    expect(mailSettings({ NODE_ENV: "production" })).toEqual({ kind: "off" });
    expect(mailWorks({ NODE_ENV: "production" })).toBe(false);
  });

  test("outside of production, and where a server was told to, it goes into the mailbox", () => {
    for (const environment of [
      { NODE_ENV: "development" },
      {},
      { NODE_ENV: "production", DEVELOPMENT_MAILBOX: "true" },
    ])
      expect(mailSettings(environment).kind).toBe("mailbox");
  });

  test("with SMTP it is sent, whatever else is set", () => {
    const environment = { ...smtp, SITE_URL: "https://site.example/", DEVELOPMENT_MAILBOX: "true" };
    expect(mailSettings(environment)).toMatchObject({ kind: "smtp", site: "https://site.example" });
  });

  test("SMTP without an address of the site stops the process: no link would lead back", () => {
    expect(() => mailSettings(smtp)).toThrow(/SITE_URL/);
    expect(() => mailSettings({ SMTP_URL: "https://mail.example" })).toThrow(/SMTP_URL/);
  });
});
