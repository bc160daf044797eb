/** What is stored where, in plain words. A test compares the keys named here with those that the browser holds. */
export const PRIVACY = `<h1>Privacy: what is kept, and where</h1>
<p>Records Desk answers questions about handling records. It needs no patient details. Please do not type any.</p>
<h2>In your browser</h2>
<p>Nothing is kept before you open the chat. There are no cookies and no trackers, and nothing is loaded from or sent to anybody else.</p>
<table class="stack">
<thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">What it holds</th><th scope="col">How long</th></tr></thead>
<tbody>
<tr><td><code>records-desk-conversation</code></td><td data-label="Where">Session storage of this service</td><td data-label="What it holds">A random number for the conversation, a token that opens it, and when the token ends. Nothing that was said.</td><td data-label="How long">Until you start over or close the tab. The token ends after 30 minutes; the tab can renew it for the same chat.</td></tr>
<tr><td><code>records-desk-open</code></td><td data-label="Where">Session storage of the site that shows the widget</td><td data-label="What it holds">Whether the chat is open, so that it stays open on the next page.</td><td data-label="How long">Until you close the tab.</td></tr>
<tr><td><code>records-desk</code></td><td data-label="Where">A broadcast channel and a lock between your own tabs</td><td data-label="What it holds">Hands the conversation to a tab that you open next to this one. The lock says that there is a tab to ask. Nothing is written.</td><td data-label="How long">A moment; the lock until you close the tab.</td></tr>
</tbody>
</table>
<p>What you have typed but not sent is held by the page only. Closing the tab forgets it.</p>
<h2>On the server</h2>
<ul>
<li>Your messages and the answers, under the random number of the conversation. There is no name and no account. The tab that holds the chat can come back to it for up to 7 days, unless whoever runs the service chose otherwise.</li>
<li>What you agreed to have remembered about your practice, under the same random number. It is forgotten with the chat.</li>
<li>Anything that looks like it identifies a patient is taken out of a message before it is shown, searched or kept. The chat says so when it happens.</li>
<li>Feedback on answers: which answer, what you said of it, your comment, the version of the content, and when. No name, no address, and not which conversation.</li>
<li>The log has times, sorts of requests and how they ended. It has no messages and no addresses.</li>
</ul>
<p>&quot;Start over&quot; deletes the conversation on the server at once: messages, answers and what was remembered. Feedback that you gave stays, since it does not say whose it is.</p>
<p>How long the server keeps exchanges and feedback is set by whoever runs it: 90 days unless they chose otherwise. After that they are deleted.</p>
`;
