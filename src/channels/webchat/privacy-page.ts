/** What is stored where, in plain words. A test compares the keys named here with those that the browser holds. */
export const PRIVACY = `<h1>Privacy: what is kept, and where</h1>
<p>Records Desk answers questions about handling records. It needs no patient details. Please do not type any.</p>
<h2>In your browser</h2>
<p>Nothing is kept before you open the chat. There are no cookies and no trackers, and nothing is loaded from or sent to anybody else.</p>
<table>
<thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">What it holds</th><th scope="col">How long</th></tr></thead>
<tbody>
<tr><td><code>records-desk-conversation</code></td><td>Session storage of this service</td><td>A random number for the conversation, a token that opens it, and when the token ends. Nothing that was said.</td><td>Until you start over or close the tab. The token ends after 30 minutes.</td></tr>
<tr><td><code>records-desk-open</code></td><td>Session storage of the site that shows the widget</td><td>Whether the chat is open, so that it stays open on the next page.</td><td>Until you close the tab.</td></tr>
<tr><td><code>records-desk</code></td><td>A broadcast channel between your own tabs</td><td>Hands the conversation to a tab that you open next to this one. Nothing is written.</td><td>A moment.</td></tr>
</tbody>
</table>
<p>What you have typed but not sent is held by the page only. Closing the tab forgets it.</p>
<h2>On the server</h2>
<ul>
<li>Your messages and the answers, under the random number of the conversation. There is no name and no account. A chat can be come back to for up to a day.</li>
<li>Anything that looks like it identifies a patient is taken out of a message before it is shown, searched or kept. The chat says so when it happens.</li>
<li>Feedback on answers is not kept yet: this version takes it and forgets it.</li>
<li>The log has times, sorts of requests and how they ended. It has no messages and no addresses.</li>
</ul>
<p>How long the server keeps exchanges is set by whoever runs it: 90 days unless they chose otherwise.</p>
<p><a href="/">Back to Records Desk</a></p>`;
