filedesc://x.arc 127.0.0.1 20140216050221 text/plain 68
1 0 Example
URL IP-address Archive-date Content-type Archive-length

http://example.org/a b 93.184.216.119 20140216050221 text/html 504
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Crane falls</title><meta property="og:title" content="Crane falls &amp; stands"><meta name="author" content="Jane Doe"><link rel="canonical" href="https://example.org/1"></head><body><nav>menu</nav><article><h1>Crane</h1><p>A crane <b>fell</b>.<br><br>Nobody was hurt.</p><ul><li>one</li></ul><table><tr><td>a</td><td>b</td></tr></table><script>x</script></article></body></html>
http://example.org/2 93.184.216.119 20140216050221 text/html 200 - - 0 x.arc 504
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Crane falls</title><meta property="og:title" content="Crane falls &amp; stands"><meta name="author" content="Jane Doe"><link rel="canonical" href="https://example.org/1"></head><body><nav>menu</nav><article><h1>Crane</h1><p>A crane <b>fell</b>.<br><br>Nobody was hurt.</p><ul><li>one</li></ul><table><tr><td>a</td><td>b</td></tr></table><script>x</script></article></body></html>
