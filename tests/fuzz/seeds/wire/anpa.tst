W2870exa
f s BC-XX--Crane     11-13 1049
^BC-XX--Crane,46<
^Crane falls<
^By JANE DOE=
^Associated Press=
	   ELMSWORTH (AP) _ ``It fell,'' he said. 
	   ^AP-WF-11-13-13 1509GMT<


