import {createTheme, type MantineColorsTuple} from '@mantine/core';

/** A calm blue-green; white on shade 7 is 5:1 and better, so also in the dark. */
const tirek: MantineColorsTuple = [
  '#e8f5f5',
  '#d2e9e9',
  '#a5d3d4',
  '#76bcbd',
  '#50a9ab',
  '#389d9f',
  '#288a8c',
  '#17797b',
  '#0a6c6e',
  '#005557',
];

export const theme = createTheme({
  primaryColor: 'tirek',
  primaryShade: {light: 8, dark: 7},
  colors: {tirek},
  fontFamily: '"Inter Variable", "Segoe UI", sans-serif',
  headings: {fontFamily: '"Inter Variable", "Segoe UI", sans-serif', fontWeight: '600'},
  fontSizes: {xs: '0.8rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.1875rem'},
  defaultRadius: 'sm',
  cursorType: 'pointer',
  // Whoever has asked the system for less motion gets none.
  respectReducedMotion: true,
  components: {
    InputWrapper: {defaultProps: {inputWrapperOrder: ['label', 'description', 'input', 'error']}},
    // Nothing that takes or gives back the keyboard fades: keys pressed meanwhile would go to what is still, or not yet, there.
    Menu: {defaultProps: {transitionProps: {duration: 0}}},
    Modal: {defaultProps: {centered: true, overlayProps: {backgroundOpacity: 0.4}, transitionProps: {duration: 0}}},
    // Goes by itself; a button that closes it would need a name in the language of the screen.
    Notification: {defaultProps: {withCloseButton: false}},
    // A blur over the whole window is slow where there is no graphics card.
    SpotlightRoot: {defaultProps: {overlayProps: {backgroundOpacity: 0.4, blur: 0}}},
    Tooltip: {defaultProps: {openDelay: 400}},
  },
});
