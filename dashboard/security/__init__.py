"""What stands between the network and the pages: headers, limits, forged requests, refusals."""
