import { Button, ButtonLink, ButtonRow } from "../button";
import { CodeBlock } from "../code-block";
import { PostForm } from "../form";
import { Kbd } from "../kbd";
import { Pager } from "../pager";
import type { Examples } from "./example";

export const controls: Examples[] = [
  {
    primitive: "Button",
    states: {
      "each variant": (
        <ButtonRow>
          <Button>Check your answers</Button>
          <Button variant="secondary">Add a phone number</Button>
          <Button variant="danger">Remove this number</Button>
          <Button variant="quiet">Change</Button>
        </ButtonRow>
      ),
      "as a link": <ButtonLink to="/">Start</ButtonLink>,
      "with a long German word": <Button>Rechnungsadressenänderungsbestätigung herunterladen</Button>,
    },
  },
  {
    primitive: "PostForm",
    states: {
      "that acts once": (
        <PostForm action="/" requestId="0b0e7c1a">
          <Button variant="secondary">Still right</Button>
        </PostForm>
      ),
    },
  },
  {
    primitive: "Pager",
    states: {
      "in the middle": <Pager previous="/?page=1" next="/?page=3" position="21 to 40" />,
      "on the first page": <Pager next="/?page=2" label="Pages of the history" />,
    },
  },
  {
    primitive: "Kbd",
    states: {
      "a key and what it does": (
        <p>
          <Kbd>/</Kbd> to search
        </p>
      ),
    },
  },
  {
    primitive: "CodeBlock",
    states: {
      "too long for its line": <CodeBlock label="Example of a request">{`curl -H "Authorization: Bearer $TOKEN" "https://kartei.example.com/api/changes?limit=100&cursor=$CURSOR"`}</CodeBlock>,
    },
  },
];
