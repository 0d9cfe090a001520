"""What wing staff see and who talks to whom: dynamic security (Mandela Rules 1, 38, 76)."""
