// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Evidence } from "./evidence.tsx";

describe("Evidence", () => {
  afterEach(cleanup);

  it("offers a link that tells the other site nothing", () => {
    render(<Evidence evidence="https://example.org/contract/7" />);
    const link = screen.getByRole("link", { name: /example\.org\/contract\/7/ });
    expect(link.getAttribute("href")).toBe("https://example.org/contract/7");
    expect(link.getAttribute("rel")).toContain("noreferrer");
  });

  it.each(["javascript:alert(1)", "http://example.org", "data:text/html,hi", "invoice 7, paid"])(
    "shows %s as text",
    (evidence) => {
      const { container } = render(<Evidence evidence={evidence} />);
      expect(screen.queryByRole("link")).toBeNull();
      expect(container.textContent).toBe(evidence);
    },
  );

  it("takes out what deceives the eye", () => {
    const { container } = render(<Evidence evidence={"paid\u202e7 eciovni"} />);
    expect(container.textContent).toBe("paid7 eciovni");
  });

  it("shows a host in letters of another script as it is asked for", () => {
    render(<Evidence evidence={"https://\u0430pple.com/\u202egnp"} />);
    const link = screen.getByRole("link");
    expect(link.textContent).toMatch(/^xn--pple-43d\.com\//);
    expect(link.getAttribute("href")).toContain(link.textContent?.replace("(opens another site)", ""));
  });

  it("says when there is none", () => {
    const { container } = render(<Evidence evidence="  " />);
    expect(container.textContent).toBe("no evidence given");
  });
});
