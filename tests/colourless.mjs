/** Programs that a test starts after importing this print without the colours that CI may ask for: tests read what they print. */

delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';
