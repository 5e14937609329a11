"use client";
import { Moon, Sun, SunMoon } from "lucide-react";
import { useEffect, useState } from "react";
import { chooseTheme, readTheme, THEMES, type Theme } from "./theme";

const LOOKS = {
  auto: { Icon: SunMoon, says: "as your system" },
  light: { Icon: Sun, says: "light" },
  dark: { Icon: Moon, says: "dark" },
} as const;

/** One button that walks through the three themes and says which one holds. */
export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>("auto");
  useEffect(() => setTheme(readTheme()), []);
  const { Icon, says } = LOOKS[theme];
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
  return (
    <button
      type="button"
      className="button button-quiet needs-script"
      aria-label={`Theme: ${says}. Change to ${LOOKS[next].says}`}
      title={`Theme: ${says}`}
      onClick={() => {
        chooseTheme(next);
        setTheme(next);
      }}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
