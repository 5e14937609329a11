import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { BOOT } from "@/components/layout/boot";
import { Footer } from "@/components/layout/Footer";
import { Header } from "@/components/layout/Header";
import { Notices } from "@/components/layout/Notices";
import { FACES } from "./fonts";
import "./globals.css";
import { SITE_DESCRIPTION, SITE_NAME, toAddress } from "./site";

export const metadata: Metadata = {
  metadataBase: new URL(toAddress("/")),
  title: {
    default: `${SITE_NAME}: how neural-network weights are initialised`,
    template: `%s · ${SITE_NAME}`,
  },
  description: SITE_DESCRIPTION,
  applicationName: SITE_NAME,
  openGraph: { siteName: SITE_NAME, type: "website", locale: "en_GB" },
  twitter: { card: "summary_large_image" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#16171a" },
  ],
};

/** Every page: head, skip link, header, content, footer. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The boot script writes data attributes here before React wakes.
    <html lang="en" className={FACES} suppressHydrationWarning>
      <head>
        <script>{BOOT}</script>
      </head>
      <body>
        <a href="#content" className="skip button">
          Skip to the content
        </a>
        <Notices />
        <Header />
        <main id="content">{children}</main>
        <Footer />
      </body>
    </html>
  );
}
