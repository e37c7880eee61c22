import Image, { type StaticImageData } from "next/image";
import overviewDark from "@/public/screens/overview-dark.png";
import overviewLight from "@/public/screens/overview-light.png";
import phoneDark from "@/public/screens/overview-phone-dark.png";
import phoneLight from "@/public/screens/overview-phone-light.png";

const FRAME =
  "overflow-hidden rounded-xl border border-line bg-surface shadow-[0_24px_60px_-28px_rgb(0_0_0/0.35)]";
const ALT =
  "The overview of a project: presence on each engine with both intervals drawn and written, share of voice against the rivals, and the trend over four weeks.";

/** The product as it is: the overview of the demo project, drawn by the same run that guards its looks. */
export function ProductScreen() {
  return (
    <figure>
      <div className={`${FRAME} max-sm:hidden`}>
        <Screen light={overviewLight} dark={overviewDark} sizes="(min-width: 72rem) 68rem, 94vw" />
      </div>
      <div className={`${FRAME} sm:hidden`}>
        <Screen light={phoneLight} dark={phoneDark} sizes="90vw" />
      </div>
      <figcaption className="mt-4 text-ink-faint text-sm">
        The overview of the demo project. Its brand is made up and its answers come from the sandbox; the
        screen is not a drawing.
      </figcaption>
    </figure>
  );
}

/** One screen in both schemes; the browser loads the one that it shows. */
function Screen({ light, dark, sizes }: { light: StaticImageData; dark: StaticImageData; sizes: string }) {
  return (
    <>
      <Image src={light} alt={ALT} sizes={sizes} className="block h-auto w-full dark:hidden" />
      <Image src={dark} alt={ALT} sizes={sizes} className="hidden h-auto w-full dark:block" />
    </>
  );
}
