import { gridStyle } from './grid';
import { pageStyle } from './page';
import { phoneStyle } from './phone';
import { printStyle } from './print';

/** The page's style: light and dark, wide and phone, paper. Nothing is told by colour alone. */
export const style = [pageStyle, gridStyle, phoneStyle, printStyle].join('\n');
