/** What the parsers say, and the same for a reader; the function is given the name that the complaint is about. */
export const PLAIN_SENTENCES: readonly (readonly [RegExp, (name: string) => string])[] = [
  [
    /has already been declared/,
    (name) =>
      `\`${name}\` is declared twice in this cell: choose another name, or assign to it without \`let\` or \`const\``,
  ],
  [
    /'return' outside/,
    () => "`return` outside of a function: a cell's value is its last expression, so write that alone",
  ],
  [
    /initializer in destructuring|destructuring declaration/,
    () => "A pattern needs a value to take apart: write `= …` after it",
  ],
  [/'await'|await expression/i, () => "`await` inside a function needs that function to be `async`"],
  [
    /Assigning to rvalue|left side of assignment|Invalid left-hand/,
    () => "Only a variable, a property or a pattern can stand left of `=`: to compare, write `===`",
  ],
  [/Unsyntactic break/, () => "`break` has no loop or `switch` around it"],
  [/Unsyntactic continue/, () => "`continue` has no loop around it"],
  [/Deleting local variable/, () => "`delete` takes a property, not a variable"],
  [
    /Octal literal|Invalid number/,
    () => "This is not a number: one can't begin with 0 (an octal one is written `0o17`)",
  ],
  [/Binding (?:eval|arguments)/, () => "`eval` and `arguments` can't be names of variables"],
  [/Invalid regular expression/, () => "This regular expression is not valid"],
  [
    /Unterminated regular/,
    () => "This `/` begins a regular expression that is not closed: to divide, a value must stand before it",
  ],
  [/'super'|super\(\)/, () => "`super` works only in methods of a class that extends another"],
  [/new\.target/, () => "`new.target` has a meaning only in functions"],
  [/Private field/, (name) => `\`${name}\` is not declared in a class around it: declare the field there`],
  [
    /keyword '|reserved word|is reserved/,
    (name) => `\`${name}\` is a word of the language and can't be a name`,
  ],
  [
    /^Export '/,
    (name) =>
      `\`${name}\` is not declared in this cell; nothing needs exporting, since every cell sees what a cell declares`,
  ],
  [/Identifier directly after number/, () => "A name can't begin with a digit, and a product needs its `*`"],
  [
    /not permitted after the rest/,
    () => "A rest element (`...rest`) must come last, without a comma after it",
  ],
  [/do not destructure/, () => "An import renames with `as`: write `{ nn as n }`"],
  [/Duplicate constructor/, () => "A class has one constructor: join the two"],
  [/Label '/, (name) => `No loop around has the label \`${name}\``],
];
