import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { readMailbox, sendMail } from ".";

const { inspect } = testDatabase();
const message = {
  to: "ann@example.com",
  subject: "Hello\r\nBcc: eve@evil.example",
  lines: ["Hi Ann"],
  action: { label: "Go on", path: "/sign-in/link?token=abc" },
};
const mailbox = { NODE_ENV: "development" };

/** A mail server that takes everything, and remembers it. */
async function takingServer() {
  const said: string[] = [];
  const server = createServer((socket: Socket) => {
    let inData = false;
    socket.write("220 test\r\n");
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      const text = chunk.toString();
      said.push(text);
      if (inData) {
        if (!text.includes("\r\n.\r\n")) return;
        inData = false;
        socket.write("250 taken\r\n");
      } else if (text.startsWith("DATA")) {
        inData = true;
        socket.write("354 go on\r\n");
      } else socket.write("250 ok\r\n");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { said, port, stop: () => server.close() };
}

const smtpAt = (port: number) => ({
  NODE_ENV: "production",
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: "hi@site.example",
  SITE_URL: "https://site.example",
});

test("a production server without SMTP refuses to send and stores nothing, and has no mailbox", async () => {
  const production = { NODE_ENV: "production" };
  expect(await sendMail(message, production)).toMatchObject({ ok: false, error: { code: "unavailable" } });
  expect(await readMailbox(production)).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(await inspect("select * from identity.unsent_mail")).toEqual([]);
});

test("in development a mail lands in the mailbox, newest first, with a link to follow", async () => {
  unwrap(await sendMail({ ...message, subject: "First" }, mailbox));
  unwrap(await sendMail(message, mailbox));
  const mails = unwrap(await readMailbox(mailbox));
  expect(mails.map(({ subject }) => subject)).toEqual(["Hello Bcc: eve@evil.example", "First"]);
  expect(mails[0]?.text).toContain("\n/sign-in/link?token=abc\n");
});

test("over SMTP it goes to that one address, without a second header from a subject; nothing is stored", async () => {
  const before = await inspect("select count(*) from identity.unsent_mail");
  const server = await takingServer();
  unwrap(await sendMail(message, smtpAt(server.port)));
  const said = server.said.join("");
  expect(said.match(/RCPT TO:<[^>]*>/g)).toEqual(["RCPT TO:<ann@example.com>"]);
  expect(said).not.toMatch(/^bcc:/im);
  expect(said).toContain("https://site.example/sign-in/link?token");
  expect(await inspect("select count(*) from identity.unsent_mail")).toEqual(before);
  expect(await readMailbox(smtpAt(server.port))).toMatchObject({ ok: false, error: { code: "not_found" } });
  server.stop();
});

test("a mail server that can't be reached is a refusal, not an exception", async () => {
  const server = await takingServer();
  server.stop();
  expect(await sendMail(message, smtpAt(server.port))).toMatchObject({
    ok: false,
    error: { code: "unavailable" },
  });
});
