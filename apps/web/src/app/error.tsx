export { default } from "./(portal)/error";
