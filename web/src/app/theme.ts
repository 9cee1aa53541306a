import { createTheme, type MantineColorsTuple } from "@mantine/core";

const brandScale: MantineColorsTuple = [
  "#e6f1f4",
  "#c9e1e7",
  "#9fcad5",
  "#73b2c2",
  "#4c9cb0",
  "#2c86a0",
  "#0b6a80",
  "#095a6d",
  "#074a59",
  "#053944",
];

/** theme hands the tokens to the component library; every colour of its parts is a token, so both themes follow. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  primaryColor: "brand",
  colors: { brand: brandScale },
  defaultRadius: 7,
  fontSizes: { xs: "12px", sm: "13px", md: "13px", lg: "15px", xl: "20px" },
  respectReducedMotion: true,
  cursorType: "pointer",
});
